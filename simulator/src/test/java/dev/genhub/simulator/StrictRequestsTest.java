package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.MJ;
import static dev.genhub.simulator.testing.Submits.picture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and in which words. */
class StrictRequestsTest {

  private static RunningSimulator live;
  private static RunningSimulator guide;
  private static TestClient toLive;
  private static TestClient toGuide;

  @BeforeAll
  static void start() {
    live = Simulator.start(SimulatorOptions.defaults());
    guide = Simulator.start(SimulatorOptions.defaults().withDialect(Dialect.GUIDE));
    toLive = TestClient.of(live);
    toGuide = TestClient.of(guide);
  }

  @AfterAll
  static void stop() {
    live.close();
    guide.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mj/generate     | {'taskType':'mj_txt2img'}                                 | Please enter prompt.
          mj/generate     | {'taskType':'mj_txt2img','prompt':' '}                    | Please enter prompt.
          mj/generate     | {'taskType':'mj_txt2img','prompt':null}                   | Please enter prompt.
          mj/generate     | {'taskType':'dance','prompt':'x'}                         | taskType is "dance", it must be one of
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','model':'7'}        | unknown field model
          mj/generate     | {'taskType':'mj_txt2img','prompt':7}                      | prompt is 7, it must be text
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','variety':7}        | in steps of 5
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','stylization':1001} | from 0 to 1000
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','stylization':1.5}  | stylization is 1.5
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','weirdness':99999999999} | weirdness is 99999999999
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','ow':5}             | ow is for mj_omni_reference
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','motion':'low'}     | are for mj_video
          mj/generate     | {'taskType':'mj_img2img','prompt':'x'}                    | Please enter fileUrls.
          mj/generate     | {'taskType':'mj_img2img','prompt':'x','fileUrls':[]}      | 1 to 10 http or https
          mj/generate     | {'taskType':'mj_img2img','prompt':'x','fileUrls':['ftp://a/b']} | http or https
          mj/generate     | {'taskType':'mj_video','prompt':'x','fileUrls':['http://a/1','http://a/2']} | one fileUrls item
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','callBackUrl':'http:///x'} | callBackUrl is
          veo/generate    | {'prompt':'x','generationType':'TEXT_2_VIDEO','imageUrls':['http://a/1']} | takes no imageUrls
          veo/generate    | {'prompt':'x','generationType':'FIRST_AND_LAST_FRAMES_2_VIDEO'} | takes 1 or 2
          veo/generate    | {'prompt':'x','generationType':'REFERENCE_2_VIDEO','imageUrls':['http://a/1'],'model':'veo3'} | veo3_fast and veo3_lite
          veo/generate    | {'prompt':'x','generationType':'REFERENCE_2_VIDEO','imageUrls':['http://a/1'],'duration':4} | takes 8 seconds
          veo/generate    | {'prompt':'x','duration':5}                               | one of [4, 6, 8]
          veo/generate    | {'prompt':'x','aspect_ratio':'1:1'}                       | one of [16:9, 9:16, Auto]
          veo/generate    | {'prompt':'x','enableTranslation':'yes'}                  | true or false
          runway/generate | {'prompt':'x','quality':'720p','aspectRatio':'1:1'}       | Please enter duration.
          runway/generate | {'prompt':'x','duration':5,'quality':'720p'}              | Please enter aspectRatio.
          runway/generate | {'prompt':'x','duration':10,'quality':'1080p','aspectRatio':'1:1'} | cannot be 1080p
          runway/extend   | {'taskId':'1','prompt':'x'}                               | Please enter quality.
          generate        | {'prompt':'x','customMode':false,'instrumental':false,'model':'V5'} | Please enter callBackUrl.
          generate        | {'prompt':'x','customMode':false,'instrumental':false,'model':'V3_5','callBackUrl':'http://a/'} | model is "V3_5"
          generate        | {'customMode':false,'instrumental':true,'model':'V5','callBackUrl':'http://a/'} | Please enter prompt.
          generate        | {'prompt':'x','customMode':true,'instrumental':false,'model':'V5','callBackUrl':'http://a/','title':'t'} | Please enter style.
          generate        | {'prompt':'x','customMode':false,'instrumental':false,'model':'V5','callBackUrl':'http://a/','vocalGender':'f'} | for custom mode
          generate        | {'prompt':'x','customMode':true,'style':'s','title':'t','instrumental':false,'model':'V5','callBackUrl':'http://a/','duration':30} | for V5_5
          generate/extend | {'defaultParamFlag':false,'model':'V5','callBackUrl':'http://a/'} | Please enter audioId.
          generate/extend | {'defaultParamFlag':true,'audioId':'a','model':'V5','callBackUrl':'http://a/'} | Please enter continueAt.
          generate/extend | {'defaultParamFlag':true,'audioId':'a','model':'V5','callBackUrl':'http://a/','continueAt':9,'style':'s','title':'t','instrumental':true,'prompt':'x'} | forbidden with instrumental
          mj/generateUpscale | {'taskId':'a','imageIndex':4}                          | from 0 to 3
          mj/generateVary | {'taskId':'a'}                                            | Please enter imageIndex.
          mj/generateVideoExtend | {'taskId':'a','index':0,'taskType':'mj_video_extend_manual'} | Please enter prompt.
          veo/extend      | {'taskId':'a','prompt':'x','seeds':7}                     | from 10000 to 99999
          veo/extend      | {'taskId':'a','prompt':'x','model':'veo3'}                | one of [fast, quality, lite]
          veo/get-4k-video | {'index':0}                                              | Please enter taskId.
          flux/kontext/generate | {'prompt':'x','inputImage':'http://a/1','safetyTolerance':3} | from 0 to 2
          flux/kontext/generate | {'prompt':'x','model':'flux'}                       | one of [flux-kontext-pro, flux-kontext-max]
          gpt4o-image/generate | {'size':'1:1'}                                       | Please enter prompt or filesUrl.
          gpt4o-image/generate | {'prompt':'x','size':'16:9'}                         | one of [1:1, 3:2, 2:3]
          aleph/generate  | {'prompt':'x'}                                            | Please enter videoUrl.
          modify/generate | {'prompt':'x','videoUrl':'http://a/1','seed':1}           | unknown field seed
          jobs/createTask | {'model':'google/nano-banana-9','input':{'prompt':'x'}}   | The model name you specified is not supported
          jobs/createTask | {'model':'google/nano-banana','input':'x'}                | must be an object
          jobs/createTask | {'model':'google/nano-banana','input':{}}                 | Please enter prompt.
          jobs/createTask | {'model':'google/nano-banana','input':{'prompt':'x','image_urls':['http://a/1']}} | unknown field image_urls
          jobs/createTask | {'model':'google/nano-banana-edit','input':{'prompt':'x'}} | Please enter image_urls.
          jobs/createTask | {'model':'kling/v2-5-turbo-text-to-video-pro','input':{'prompt':'x','duration':5}} | one of [5, 10]
          generate        | {'prompt':'x','customMode':false,'instrumental':false,'model':'V5','callBackUrl':'http://a/','audioWeight':1.01} | from 0.0 to 1.0
          """)
  void theLiveDialectRefusesWithCode422AndNamesTheField(String path, String body, String message) {
    Answered answer = toLive.post("/api/v1/" + path, body);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.code()).as(answer.text()).isEqualTo(422);
    assertThat(answer.message()).contains(message);
    assertThat(answer.json().has("data")).isTrue();
    assertThat(answer.data().isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','version':'7'}     | unknown field version
          mj/generate     | {'taskType':'mj_video','prompt':'x'}                     | Please enter imageUrl.
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','speed':'turbo'}   | one of [fast, quality]
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','strength':0.05}   | from 0.1 to 1.0
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','aspectRatio':'wide'} | a ratio such as 16:9
          veo/generate    | {'prompt':'x','model':'veo3'}                            | Please enter generationType.
          veo/generate    | {'prompt':'x','model':'veo3','generationType':'TEXT_2_VIDEO','aspectRatio':'Auto'} | 1:1
          runway/generate | {'prompt':'x','quality':'720p'}                          | unknown field quality
          runway/extend   | {'taskId':'1','additionalSeconds':7}                     | one of [5, 10]
          suno/generate   | {'prompt':'x'}                                           | Please enter model.
          suno/generate   | {'prompt':'x','model':'V5','customMode':true,'style':'s'} | Please enter title.
          """)
  void theGuideDialectRefusesWithHttp422AndAMessage(String path, String body, String message) {
    Answered answer = toGuide.post("/api/v1/" + path, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().path("message").asText()).contains(message);
    assertThat(answer.json()).hasSize(1);
  }

  @Test
  void aPromptThatIsTooLongIsRefused() {
    String right = "x".repeat(2000);

    assertThat(toLive.post(MJ, picture(right)).code()).isEqualTo(200);
    assertThat(toLive.post(MJ, picture(right + "x")).message())
        .contains("it must be text of at most 2000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "{'a':1}{'b':2}", "{'prompt':'a','prompt':'b'}"})
  void aBodyThatIsNoJsonObjectIsRefused(String body) {
    assertThat(toLive.post(MJ, body).code()).isEqualTo(400);
    assertThat(toGuide.post(MJ, body).status()).isEqualTo(400);
  }

  @Test
  void aBodyMustSayThatItIsJson() {
    Answered answer = toLive.post(MJ, picture("x"), "text/plain");

    assertThat(answer.code()).isEqualTo(400);
    assertThat(answer.message()).contains("'text/plain', it must be application/json");
    assertThat(toLive.post(MJ, picture("x"), "application/json; charset=utf-8").code())
        .isEqualTo(200);
  }

  @Test
  void aBodyOfMoreThanAMebibyteIsRefused() {
    Answered answer = toGuide.post(MJ, picture("x".repeat(1024 * 1024)));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void aMissingOrWrongKeyIsToldInTheWayOfTheDialect() {
    for (TestClient client : new TestClient[] {toLive.withoutKey(), toLive.withKey("bad-1")}) {
      Answered submit = client.post(MJ, picture("x"));
      assertThat(submit.status()).isEqualTo(200);
      assertThat(submit.text())
          .isEqualTo("{\"code\":401,\"msg\":\"You do not have access permissions\"}");
      assertThat(client.get("/api/v1/chat/credit").code()).isEqualTo(401);
      assertThat(client.get("/api/v1/mj/record-info?taskId=1").code()).isEqualTo(401);
    }
    Answered guided = toGuide.withKey("bad-1").post(MJ, picture("x"));
    assertThat(guided.status()).isEqualTo(401);
    assertThat(guided.json().path("message").asText()).isNotBlank();
  }

  @Test
  void aRequestWithoutAUserAgentIsTurnedAwayLikeByCloudflare() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), live.port())) {
      String request =
          """
          GET /api/v1/chat/credit HTTP/1.1
          Host: x
          Authorization: Bearer k
          Connection: close

          """
              .replace("\n", "\r\n");
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 403 ").endsWith("error code: 1010");
    }
  }

  @Test
  void anAddressOfTheOtherDialectIsNotThere() {
    String song = "{'prompt':'x','model':'V5'}";
    Answered answer = toLive.post("/api/v1/suno/generate", song);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.message())
        .isEqualTo("the live dialect of KIE.AI has no address POST /api/v1/suno/generate");
    assertThat(toGuide.post("/api/v1/generate", song).status()).isEqualTo(404);
    assertThat(toLive.get("/api/v1/runway/record-info?taskId=1").status()).isEqualTo(404);
    assertThat(toLive.get(MJ).status()).isEqualTo(404);
  }

  @Test
  void aReadWithoutATaskIdIsRefused() {
    assertThat(toLive.get("/api/v1/mj/record-info").code()).isEqualTo(422);
    assertThat(toGuide.get("/api/v1/mj/record-info?taskId=").status()).isEqualTo(422);
  }
}
