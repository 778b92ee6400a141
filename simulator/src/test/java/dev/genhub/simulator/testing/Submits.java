package dev.genhub.simulator.testing;

/** Requests that are right, with a prompt of one's own. */
public final class Submits {

  public static final String MJ = "/api/v1/mj/generate";
  public static final String MJ_RECORD = "/api/v1/mj/record-info?taskId=";
  public static final String VEO = "/api/v1/veo/generate";
  public static final String VEO_RECORD = "/api/v1/veo/record-info?taskId=";
  public static final String SUNO_LIVE = "/api/v1/generate";
  public static final String SUNO_LIVE_RECORD = "/api/v1/generate/record-info?taskId=";

  private Submits() {}

  public static String picture(String prompt) {
    return "{'taskType':'mj_txt2img','prompt':'" + prompt + "'}";
  }

  public static String picture(String prompt, String callBackUrl) {
    return "{'taskType':'mj_txt2img','prompt':'%s','callBackUrl':'%s'}"
        .formatted(prompt, callBackUrl);
  }

  public static String clip(String prompt) {
    return "{'prompt':'" + prompt + "','model':'veo3_fast','generationType':'TEXT_2_VIDEO'}";
  }

  public static String song(String prompt, String callBackUrl) {
    return ("{'prompt':'%s','customMode':false,'instrumental':false,'model':'V5',"
            + "'callBackUrl':'%s'}")
        .formatted(prompt, callBackUrl);
  }
}
