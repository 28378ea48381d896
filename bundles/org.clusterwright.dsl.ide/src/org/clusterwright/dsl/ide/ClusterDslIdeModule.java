package org.clusterwright.dsl.ide;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.clusterwright.dsl.ClusterLexer;
import org.eclipse.xtext.ide.LexerIdeBindings;
import org.eclipse.xtext.parser.antlr.AntlrTokenDefProvider;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.Lexer;

/** What the editor services bind beside Xtext's defaults. */
public class ClusterDslIdeModule extends AbstractClusterDslIdeModule {

	public void configureHighlighting(Binder binder) {
		binder.bind(ITokenDefProvider.class).annotatedWith(Names.named(LexerIdeBindings.HIGHLIGHTING)).to(AntlrTokenDefProvider.class);
		binder.bind(Lexer.class).annotatedWith(Names.named(LexerIdeBindings.HIGHLIGHTING)).to(ClusterLexer.class);
	}
}
