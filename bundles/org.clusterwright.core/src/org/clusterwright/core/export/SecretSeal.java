package org.clusterwright.core.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.clusterwright.core.plan.SecretSource;

/**
 * Seals values of secrets with a passphrase, as {@code gpg -d} of EL6 (GnuPG 2.0.14) opens it: OpenPGP (RFC 4880), AES-256 with an integrity packet (SEIPD version 1 and
 * MDC; no AEAD), the key by iterated and salted SHA-256. Not the same bytes twice: salt and session are random, as they must be.
 */
public final class SecretSeal {
	static final String FILE = "secrets.gpg";
	/** RFC 4880 3.7.1.3: (16 + 14) &lt;&lt; (14 + 6), 30 MiB through the hash for each guess. */
	private static final int ITERATIONS = 0xee;
	private static final int BUFFER = 4096;

	private final SecretSource source;
	private final char[] passphrase;

	private SecretSeal(SecretSource source, char[] passphrase) {
		this.source = source;
		this.passphrase = passphrase;
	}

	/** @throws IllegalArgumentException with a message for the user when the passphrase cannot be given to gpg */
	public static SecretSeal of(SecretSource source, String passphrase) {
		if (passphrase.isEmpty()) {
			throw new IllegalArgumentException("the passphrase is empty");
		}
		if (passphrase.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
			throw new IllegalArgumentException("the passphrase has a line break or control character");
		}
		return new SecretSeal(source, passphrase.toCharArray());
	}

	SecretSource source() {
		return source;
	}

	/** The values of these secrets as lines NAME=VALUE, sealed; nothing where no value is known, or an empty one, which install.sh would not take. {@code time} is in seconds since 1970. */
	Optional<byte[]> seal(Set<String> names, long time) throws IOException {
		StringBuilder lines = new StringBuilder();
		new TreeSet<>(names).forEach(n -> source.value(n).filter(v -> !v.isEmpty()).ifPresent(v -> lines.append(n).append('=').append(v).append('\n')));
		return lines.isEmpty() ? Optional.empty() : Optional.of(seal(lines.toString().getBytes(StandardCharsets.UTF_8), time));
	}

	private byte[] seal(byte[] plain, long time) throws IOException {
		ByteArrayOutputStream sealed = new ByteArrayOutputStream();
		try {
			PGPEncryptedDataGenerator encrypted = new PGPEncryptedDataGenerator(
					new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true).setSecureRandom(new SecureRandom()));
			encrypted.addMethod(new BcPBEKeyEncryptionMethodGenerator(passphrase, new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256), ITERATIONS));
			try (OutputStream body = encrypted.open(sealed, new byte[BUFFER]);
					OutputStream literal = new PGPLiteralDataGenerator().open(body, PGPLiteralData.BINARY, "", plain.length, new Date(time * 1000))) {
				literal.write(plain);
			}
		} catch (PGPException e) {
			throw new IOException("the secrets cannot be sealed: " + e.getMessage(), e);
		}
		return sealed.toByteArray();
	}
}
