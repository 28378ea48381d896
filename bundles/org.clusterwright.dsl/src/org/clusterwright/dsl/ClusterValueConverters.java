package org.clusterwright.dsl;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.clusterwright.model.values.Counts;
import org.clusterwright.model.values.Mac;
import org.clusterwright.model.values.Percent;
import org.clusterwright.model.values.Size;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.nodemodel.INode;

/** Words to values and back. A text that is no word, or that is a keyword, is written as a quoted string. */
@Singleton
public class ClusterValueConverters extends AbstractDeclarativeValueConverterService {
	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.:%+@-]|/[A-Za-z0-9_.:%+@-])*");
	private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_.:%+@-]([A-Za-z0-9_.:%+@-]|/[A-Za-z0-9_.:%+@-])*)?");

	/** A word that is no value of its kind. The structure of the text stands, as it does not with a text that cannot be unquoted. */
	static final class UnreadableValue extends ValueConverterException {
		private static final long serialVersionUID = 1L;

		UnreadableValue(String message, INode node, Exception cause) {
			super(message, node, cause);
		}
	}

	/** How a word that does not convert is told. */
	@FunctionalInterface
	private interface Failure {
		ValueConverterException of(String message, INode node, Exception cause);
	}

	private final Set<String> keywords;
	private final Grammar grammar;

	@Inject
	public ClusterValueConverters(IGrammarAccess access) {
		grammar = access.getGrammar();
		keywords = Set.copyOf(GrammarUtil.getAllKeywords(grammar));
	}

	@ValueConverter(rule = "Name")
	public IValueConverter<String> name() {
		return text(false, "Name");
	}

	@ValueConverter(rule = "SectionName")
	public IValueConverter<String> sectionName() {
		return text(false, "SectionName");
	}

	@ValueConverter(rule = "Key")
	public IValueConverter<String> key() {
		return text(false, "Key");
	}

	@ValueConverter(rule = "SettingKey")
	public IValueConverter<String> settingKey() {
		return text(false, "SettingKey");
	}

	@ValueConverter(rule = "OptionKey")
	public IValueConverter<String> optionKey() {
		return text(false, "OptionKey");
	}

	@ValueConverter(rule = "LooseKey")
	public IValueConverter<String> looseKey() {
		return text(false, "LooseKey");
	}

	@ValueConverter(rule = "PlainText")
	public IValueConverter<String> plainText() {
		return text(true, "PlainText");
	}

	@ValueConverter(rule = "PathText")
	public IValueConverter<String> pathText() {
		return text(true, "PathText");
	}

	@ValueConverter(rule = "PathOnly")
	public IValueConverter<String> pathOnly() {
		return text(true, "PathOnly");
	}

	@ValueConverter(rule = "DevicePath")
	public IValueConverter<String> devicePath() {
		return text(true, "DevicePath");
	}

	@ValueConverter(rule = "Quoted")
	public IValueConverter<String> quoted() {
		return converter(ClusterValueConverters::unquote, ClusterValueConverters::quote);
	}

	@ValueConverter(rule = "Verbatim")
	public IValueConverter<String> verbatim() {
		return converter(t -> t.startsWith("'''") ? t.substring(3, t.length() - 3) : unquote(t), t -> t.contains("'''") || t.endsWith("'") ? quote(t) : "'''" + t + "'''");
	}

	@ValueConverter(rule = "Count")
	public IValueConverter<Long> count() {
		return value(Counts::parse, Object::toString);
	}

	@ValueConverter(rule = "Size")
	public IValueConverter<Size> size() {
		return value(Size::parse, Size::text);
	}

	@ValueConverter(rule = "Mac")
	public IValueConverter<Mac> mac() {
		return value(Mac::parse, Mac::text);
	}

	@ValueConverter(rule = "Cidr")
	public IValueConverter<Cidr> cidr() {
		return value(Cidr::parse, Cidr::toString);
	}

	@ValueConverter(rule = "Address")
	public IValueConverter<Address> address() {
		return value(Address::parse, Address::toString);
	}

	@ValueConverter(rule = "Percent")
	public IValueConverter<Percent> percent() {
		return value(Percent::parse, Percent::toString);
	}

	/** Converts one of the rules of words; a keyword needs quotes unless the rule itself lists it. */
	private IValueConverter<String> text(boolean pathAllowed, String rule) {
		Set<String> quoted = new HashSet<>(keywords);
		GrammarUtil.containedKeywords(GrammarUtil.findRuleForName(grammar, rule)).forEach(k -> quoted.remove(k.getValue()));
		return converter(ClusterValueConverters::unquote,
				t -> (WORD.matcher(t).matches() || pathAllowed && PATH.matcher(t).matches()) && !quoted.contains(t) ? t : quote(t));
	}

	/** The text between the quotes, with {@code \"}, {@code \\}, {@code \n} and {@code \t} undone; an unquoted word as it is. */
	private static String unquote(String token) {
		if (!token.startsWith("\"") || token.length() < 2) {
			return token;
		}
		StringBuilder out = new StringBuilder(token.length());
		for (int i = 1; i < token.length() - 1; i++) {
			char c = token.charAt(i);
			if (c != '\\') {
				out.append(c);
				continue;
			}
			char next = token.charAt(++i);
			switch (next) {
				case 'n' -> out.append('\n');
				case 't' -> out.append('\t');
				case '"', '\\' -> out.append(next);
				default -> throw new IllegalArgumentException("'\\" + next + "' is no escape; a string knows \\\" \\\\ \\n and \\t");
			}
		}
		return out.toString();
	}

	private static String quote(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + "\"";
	}

	private static <T> IValueConverter<T> converter(Function<String, T> parse, Function<T, String> print) {
		return converter(parse, print, ValueConverterException::new);
	}

	private static <T> IValueConverter<T> value(Function<String, T> parse, Function<T, String> print) {
		return converter(parse, print, UnreadableValue::new);
	}

	private static <T> IValueConverter<T> converter(Function<String, T> parse, Function<T, String> print, Failure failure) {
		return new IValueConverter<>() {
			@Override
			public T toValue(String string, INode node) {
				if (string == null || string.isEmpty()) {
					return null;
				}
				try {
					return parse.apply(string);
				} catch (IllegalArgumentException e) {
					throw failure.of(e.getMessage(), node, e);
				}
			}

			@Override
			public String toString(T value) {
				if (value == null) {
					throw new ValueConverterException("a value is missing", null, null);
				}
				return print.apply(value);
			}
		};
	}
}
