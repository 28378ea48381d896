package org.clusterwright.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Writes a bundle as a tar archive. Plain ustar headers, and GNU's {@code ././@LongLink} for paths of more than 100 bytes: GNU tar 1.23 and busybox both know it, while
 * busybox skips the headers of pax. Names are UTF-8 as they are.
 */
final class Tarball {
	private static final int DIRECTORY_MODE = 0755;
	private static final int NAME_BYTES = TarConstants.NAMELEN;

	private final TarArchiveOutputStream tar;
	private final long time;

	private Tarball(TarArchiveOutputStream tar, long time) {
		this.tar = tar;
		this.time = time;
	}

	/** @param time of all files, in seconds since 1970 */
	static void write(OutputStream out, Bundle bundle, long time, IProgressMonitor monitor) throws IOException {
		GzipStream gzip = new GzipStream(out);
		TarArchiveOutputStream stream = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
		stream.setLongFileMode(TarArchiveOutputStream.LONGFILE_TRUNCATE);
		stream.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
		Tarball tarball = new Tarball(stream, time);
		tarball.directory(bundle.top());
		for (String directory : bundle.directories()) {
			tarball.directory(bundle.top() + "/" + directory);
		}
		for (BundleEntry entry : bundle.entries()) {
			StagedExport.checkCancelled(monitor);
			tarball.file(bundle.top() + "/" + entry.path(), entry);
		}
		stream.finish();
		gzip.finish();
	}

	private void directory(String path) throws IOException {
		put(path + "/", TarConstants.LF_DIR, DIRECTORY_MODE, 0);
		tar.closeArchiveEntry();
	}

	private void file(String path, BundleEntry entry) throws IOException {
		put(path, TarConstants.LF_NORMAL, entry.mode(), entry.size());
		entry.writeTo(tar);
		tar.closeArchiveEntry();
	}

	private void put(String path, byte type, int mode, long size) throws IOException {
		byte[] name = path.getBytes(StandardCharsets.UTF_8);
		if (name.length >= NAME_BYTES) {
			// Not by the library's own way, which writes the user's name into this header.
			header(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME, 0644, name.length + 1L);
			tar.write(name);
			tar.write(0);
			tar.closeArchiveEntry();
		}
		header(path, type, mode, size);
	}

	private void header(String path, byte type, int mode, long size) throws IOException {
		TarArchiveEntry header = new TarArchiveEntry(path, type);
		header.setMode(mode);
		header.setSize(size);
		header.setIds(0, 0);
		header.setNames("root", "root");
		header.setModTime(time * 1000);
		tar.putArchiveEntry(header);
	}
}
