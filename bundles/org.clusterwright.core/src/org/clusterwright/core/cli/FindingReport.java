package org.clusterwright.core.cli;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.clusterwright.model.findings.Finding;

/** The findings of a run, as lines for people or as one JSON object for machines. */
final class FindingReport {
	private record Entry(String file, Finding finding) {
	}

	private final List<Entry> entries = new ArrayList<>();

	void add(String file, List<Finding> findings) {
		findings.forEach(f -> entries.add(new Entry(file, f)));
	}

	boolean hasErrors() {
		return entries.stream().anyMatch(e -> e.finding().isError());
	}

	/** {@code file:line:col: severity code message}, one line each whatever the message holds. */
	void print(Output out) {
		for (Entry entry : entries) {
			Finding f = entry.finding();
			out.line(entry.file() + ":" + f.place().line() + ":" + f.place().column() + ": " + f.severity().label() + " " + f.code().id() + " " + oneLine(f.message()));
		}
	}

	/** What follows the findings in the JSON object: names with their values. */
	@FunctionalInterface
	interface JsonPart {
		void write(JsonWriter json) throws IOException;
	}

	/** {@code {"findings": [{file, line, column, offset, length, severity, code, message}], "files": [...]}}; files are those written or changed. */
	void printJson(Output out, List<String> files) {
		printJson(out, json -> {
			json.name("files").beginArray();
			for (String file : files) {
				json.value(file);
			}
			json.endArray();
		});
	}

	/** The findings as above, and what else a verb has to say. */
	void printJson(Output out, JsonPart more) {
		StringWriter text = new StringWriter();
		try (JsonWriter json = new JsonWriter(text)) {
			json.setFormattingStyle(FormattingStyle.PRETTY);
			json.beginObject().name("findings").beginArray();
			for (Entry entry : entries) {
				write(json, entry);
			}
			json.endArray();
			more.write(json);
			json.endObject();
		} catch (IOException e) {
			throw new IllegalStateException("writing to memory failed", e);
		}
		out.line(text.toString());
	}

	private static void write(JsonWriter json, Entry entry) throws IOException {
		Finding f = entry.finding();
		json.beginObject().name("file").value(entry.file()).name("line").value(f.place().line()).name("column").value(f.place().column());
		json.name("offset").value(f.place().offset()).name("length").value(f.place().length());
		json.name("severity").value(f.severity().label()).name("code").value(f.code().id()).name("message").value(f.message()).endObject();
	}

	private static String oneLine(String message) {
		return message.replaceAll("[\\x00-\\x1f\\x7f]+", " ");
	}
}
