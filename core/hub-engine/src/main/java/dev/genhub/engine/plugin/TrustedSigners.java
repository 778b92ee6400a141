package dev.genhub.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Whose plugins are let in: those of a jar signed by {@code jarsigner} with one of the keys, every
 * entry of it. The key itself is trusted, so that neither the names in its certificate nor the
 * certificate's validity are looked at.
 *
 * @param keys of which one must have signed; empty when anybody's plugins are let in
 */
public record TrustedSigners(Set<PublicKey> keys) {

  /** What holds the signatures is not signed itself (JAR file specification, "Signed JAR file"). */
  private static final Pattern SIGNATURES =
      Pattern.compile(
          "META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);

  public TrustedSigners {
    keys = Set.copyOf(keys);
  }

  /** Lets everybody in. */
  public static TrustedSigners anybody() {
    return new TrustedSigners(Set.of());
  }

  /**
   * Reads keys from files.
   *
   * @param files PEM files with certificates or public keys, any number in each
   * @throws IllegalArgumentException for the first that cannot be read or holds none
   */
  public static TrustedSigners of(List<Path> files) {
    return new TrustedSigners(PemKeys.read(files));
  }

  /**
   * Checks a jar.
   *
   * @throws IllegalArgumentException if it is not let in; the message says why
   */
  void require(Path jar) {
    if (keys.isEmpty()) {
      return;
    }
    try (JarFile file = new JarFile(jar.toFile(), true)) {
      for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
        if (!entry.isDirectory() && !SIGNATURES.matcher(entry.getName()).matches()) {
          requireSigned(file, entry);
        }
      }
    } catch (SecurityException tampered) {
      throw new IllegalArgumentException(
          "has a signature that does not fit: " + tampered.getMessage(), tampered);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "is no plugin jar: " + unreadable.getMessage(), unreadable);
    }
  }

  private void requireSigned(JarFile file, JarEntry entry) throws IOException {
    // the signers of an entry are known once all of it was read
    try (InputStream in = file.getInputStream(entry)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    CodeSigner[] signers = entry.getCodeSigners();
    if (signers == null || signers.length == 0) {
      throw new IllegalArgumentException(
          "is not signed (" + entry.getName() + "); genhub.plugins.trusted-keys asks for that");
    }
    if (Arrays.stream(signers).map(TrustedSigners::key).noneMatch(keys::contains)) {
      throw new IllegalArgumentException(
          "is signed by "
              + Arrays.stream(signers).map(TrustedSigners::name).toList()
              + ", whose key is none of genhub.plugins.trusted-keys");
    }
  }

  private static PublicKey key(CodeSigner signer) {
    return signer.getSignerCertPath().getCertificates().get(0).getPublicKey();
  }

  private static String name(CodeSigner signer) {
    return signer.getSignerCertPath().getCertificates().get(0)
            instanceof X509Certificate certificate
        ? certificate.getSubjectX500Principal().getName()
        : "somebody";
  }
}
