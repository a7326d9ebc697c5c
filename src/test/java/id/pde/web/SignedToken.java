package id.pde.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes ID tokens, good ones and those that nobody may believe. */
final class SignedToken {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int HOUR = 3600;

  private final KeyPair pair = pair();
  private final KeyPair other = pair();

  /** What is wrong with a token. */
  enum Lie {
    NONE,
    OTHER_NONCE,
    NO_NONCE,
    OTHER_AUDIENCE,
    OTHER_ISSUER,
    EXPIRED,
    UNSIGNED,
    OTHER_KEY,
    SIGNED_WITH_SECRET
  }

  /** The public key, as a JSON Web Key Set. */
  Map<String, Object> keys() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty", "RSA",
                "use", "sig",
                "alg", "RS256",
                "kid", "satu",
                "n", number(key.getModulus()),
                "e", number(key.getPublicExponent()))));
  }

  String of(Map<String, Object> said, Lie lie, String secret) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new HashMap<>(said);
    claims.put("iat", lie == Lie.EXPIRED ? now - 2 * HOUR : now);
    claims.put("exp", lie == Lie.EXPIRED ? now - HOUR : now + HOUR);
    switch (lie) {
      case OTHER_NONCE -> claims.put("nonce", "lain");
      case NO_NONCE -> claims.remove("nonce");
      case OTHER_AUDIENCE -> claims.put("aud", "aplikasi-lain");
      case OTHER_ISSUER -> claims.put("iss", "https://evil.example");
      case NONE, EXPIRED, UNSIGNED, OTHER_KEY, SIGNED_WITH_SECRET -> {}
    }
    String algorithm =
        switch (lie) {
          case UNSIGNED -> "none";
          case SIGNED_WITH_SECRET -> "HS256";
          default -> "RS256";
        };
    String body = part(Map.of("alg", algorithm, "kid", "satu", "typ", "JWT")) + "." + part(claims);
    return body + "." + signature(body, lie, secret);
  }

  private String signature(String body, Lie lie, String secret) {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    try {
      if (lie == Lie.UNSIGNED) {
        return "";
      }
      if (lie == Lie.SIGNED_WITH_SECRET) {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return BASE64.encodeToString(mac.doFinal(bytes));
      }
      PrivateKey key = (lie == Lie.OTHER_KEY ? other : pair).getPrivate();
      Signature signing = Signature.getInstance("SHA256withRSA");
      signing.initSign(key);
      signing.update(bytes);
      return BASE64.encodeToString(signing.sign());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static String part(Map<String, Object> content) {
    try {
      return BASE64.encodeToString(JSON.writeValueAsBytes(content));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
