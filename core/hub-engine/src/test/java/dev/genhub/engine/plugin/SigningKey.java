package dev.genhub.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;

/** A key with a certificate that it signed itself, as the JDK's {@code keytool} makes it. */
record SigningKey(String name, PrivateKey key, Certificate certificate) {

  private static final String PASSWORD = "only-for-this-test";

  static SigningKey generate(Path folder, String name, String algorithm) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new SigningKey(
        name, (PrivateKey) keys.getKey(name, PASSWORD.toCharArray()), keys.getCertificate(name));
  }

  CertPath path() {
    try {
      return CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
    } catch (CertificateException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Writes the certificate into a PEM file. */
  Path certificate(Path folder) throws IOException {
    try {
      return pem(folder.resolve(name + ".crt"), "CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Writes the public key alone into a PEM file. */
  Path publicKey(Path folder) throws IOException {
    return pem(
        folder.resolve(name + ".pub"), "PUBLIC KEY", certificate.getPublicKey().getEncoded());
  }

  private static Path pem(Path file, String kind, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
  }
}
