package dev.genhub.engine.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads public keys from PEM files (RFC 7468): of certificates, or as they are. */
final class PemKeys {

  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (CERTIFICATE|PUBLIC KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "DSA");

  private PemKeys() {}

  static Set<PublicKey> read(List<Path> files) {
    Set<PublicKey> keys = new LinkedHashSet<>();
    files.forEach(file -> keys.addAll(read(file)));
    return keys;
  }

  private static Set<PublicKey> read(Path file) {
    Set<PublicKey> keys = new LinkedHashSet<>();
    try {
      Matcher blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      while (blocks.find()) {
        byte[] der = Base64.getMimeDecoder().decode(blocks.group(2));
        keys.add(blocks.group(1).equals("CERTIFICATE") ? ofCertificate(der) : plain(der));
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(file + " has no PEM block CERTIFICATE or PUBLIC KEY");
    }
    return keys;
  }

  private static PublicKey ofCertificate(byte[] der) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der))
        .getPublicKey();
  }

  /** The encoding says of which kind a key is, but the JDK has to be told. */
  private static PublicKey plain(byte[] der) {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
      } catch (GeneralSecurityException other) {
        continue;
      }
    }
    throw new IllegalArgumentException("a public key is of none of the kinds " + ALGORITHMS);
  }
}
