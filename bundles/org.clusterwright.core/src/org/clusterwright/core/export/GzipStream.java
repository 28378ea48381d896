package org.clusterwright.core.export;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.DeflaterOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Writes one gzip member (RFC 1952) whose bytes depend on the content alone: no name, no time, and the deflater of JZlib, since that of the JDK is whatever zlib the
 * JDK was built with, and those compress differently.
 */
final class GzipStream extends FilterOutputStream {
	/** ID1, ID2, deflate, no flags, no time, no extra flags, Unix. */
	private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
	private static final int LEVEL = 6;
	private static final int BUFFER = 64 * 1024;

	private final CRC32 sum = new CRC32();
	private final DeflaterOutputStream deflated;
	private long size;
	private boolean finished;

	GzipStream(OutputStream out) throws IOException {
		super(out);
		out.write(HEAD);
		deflated = new DeflaterOutputStream(out, new Deflater(LEVEL, true), BUFFER, false);
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] {(byte) b}, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		if (length > 0) {
			sum.update(bytes, offset, length);
			size += length;
			deflated.write(bytes, offset, length);
		}
	}

	/** Ends the member, and leaves the stream below open. */
	void finish() throws IOException {
		if (!finished) {
			finished = true;
			deflated.finish();
			writeLittleEndian(sum.getValue());
			writeLittleEndian(size);
		}
	}

	private void writeLittleEndian(long value) throws IOException {
		for (int shift = 0; shift < 32; shift += 8) {
			out.write((int) (value >>> shift) & 0xff);
		}
	}

	@Override
	public void close() throws IOException {
		finish();
		out.close();
	}
}
