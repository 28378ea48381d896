package org.clusterwright.ui.preview;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.formats.Syntax;
import org.clusterwright.ui.editor.source.Colours;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;

/** Colours native files well enough to read them: comments, strings, words that open a line. One pattern for each syntax, its groups named by {@link Kind}. */
public final class NativeColouring {
	private static final List<Kind> GROUPS = List.of(Kind.COMMENT, Kind.STRING, Kind.KEYWORD, Kind.KEY, Kind.NUMBER, Kind.REFERENCE);
	private static final String SECRET = "(?<reference>@SECRET\\([^)]*\\)@)";
	private static final Pattern XML = Pattern.compile("(?<comment><!--.*?-->)|(?<keyword></?[\\w:-]+|/?>|<\\?.*?\\?>)|(?<key>[\\w:-]+(?==\"))|(?<string>\"(?:(?!@SECRET)[^\"])*\"?)|" + SECRET + "|(?<number>$^)",
			Pattern.DOTALL);
	private static final Pattern DRBD = Pattern
			.compile("(?<comment>#.*)|(?<string>\"[^\"\n]*\")|(?<keyword>^\\s*[\\w-]+(?=[^;{\n]*\\{))|(?<key>^\\s*[\\w-]+)|(?<number>\\b\\d[\\w.:/]*)|" + SECRET, Pattern.MULTILINE);
	private static final Pattern SHELL = Pattern.compile("(?<comment>(?:^|(?<=\\s))#.*)|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')|"
			+ "(?<keyword>\\b(?:if|then|else|elif|fi|for|in|do|done|while|until|case|esac|function|return|exit|set)\\b)|(?<key>\\b[A-Za-z_]\\w*(?==)|\\$\\{?\\w+\\}?)|(?<number>\\b\\d+\\b)|" + SECRET,
			Pattern.MULTILINE);
	private static final Pattern IFCFG = Pattern.compile("(?<comment>^\\s*#.*)|(?<key>^[A-Z_0-9]+(?==))|(?<string>\"[^\"\n]*\")|(?<number>\\b\\d[\\d.:]*\\b)|(?<keyword>(?<==)(?:yes|no|none)\\b)|" + SECRET,
			Pattern.MULTILINE);
	private static final Pattern HOSTS = Pattern.compile("(?<comment>#.*)|(?<number>^[0-9A-Fa-f.:]+)|(?<key>$^)|(?<string>$^)|(?<keyword>$^)|" + SECRET, Pattern.MULTILINE);
	private static final Pattern AWK = Pattern.compile("(?<comment>#.*)|(?<string>\"(?:[^\"\\\\\n]|\\\\.)*\")|(?<keyword>\\b(?:BEGIN|END|if|else|for|while|do|next|print|printf|function|return|in|getline|exit|delete)\\b)"
			+ "|(?<key>\\$\\w+)|(?<number>\\b\\d+\\b)|" + SECRET, Pattern.MULTILINE);
	private static final Pattern PLAIN = Pattern.compile("(?<comment>^\\s*#.*)|(?<string>\"[^\"\n]*\")|(?<key>$^)|(?<number>$^)|(?<keyword>$^)|" + SECRET, Pattern.MULTILINE);

	private NativeColouring() {
	}

	public static TextPresentation of(Syntax syntax, String text) {
		TextPresentation presentation = new TextPresentation();
		addTo(presentation, syntax, text);
		return presentation;
	}

	/** Colours a text and underlines some of its lines, counted from 0. */
	public static void addTo(TextPresentation presentation, Syntax syntax, String text, Set<Integer> underlined) {
		addTo(presentation, syntax, text);
		int start = 0;
		int line = 0;
		for (int end = text.indexOf('\n'); start < text.length(); end = text.indexOf('\n', start), line++) {
			int until = end < 0 ? text.length() : end;
			if (underlined.contains(line) && until > start) {
				StyleRange style = new StyleRange(start, until - start, null, PaneColours.unexpected());
				style.underline = true;
				style.underlineStyle = SWT.UNDERLINE_SINGLE;
				presentation.mergeStyleRange(style);
			}
			start = until + 1;
		}
	}

	private static void addTo(TextPresentation presentation, Syntax syntax, String text) {
		for (Matcher m = pattern(syntax).matcher(text); m.find();) {
			for (Kind kind : GROUPS) {
				if (m.group(kind.name().toLowerCase(Locale.ROOT)) != null && m.end() > m.start()) {
					presentation.addStyleRange(new StyleRange(m.start(), m.end() - m.start(), Colours.of(kind), null, Colours.style(kind)));
					break;
				}
			}
		}
	}

	private static Pattern pattern(Syntax syntax) {
		return switch (syntax) {
			case XML -> XML;
			case DRBD -> DRBD;
			case SHELL -> SHELL;
			case IFCFG -> IFCFG;
			case HOSTS -> HOSTS;
			case AWK -> AWK;
			case PLAIN -> PLAIN;
		};
	}
}
