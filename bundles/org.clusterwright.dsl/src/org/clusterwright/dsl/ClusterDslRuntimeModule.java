package org.clusterwright.dsl;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.clusterwright.dsl.scoping.WholeNameConverter;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.formatting.IIndentationInformation;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.validation.CompositeEValidator;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.resource.XtextResource;

/** What the language binds beside Xtext's defaults. */
public class ClusterDslRuntimeModule extends AbstractClusterDslRuntimeModule {

	@Override
	public Class<? extends IValueConverterService> bindIValueConverterService() {
		return ClusterValueConverters.class;
	}

	@Override
	public Class<? extends XtextResource> bindXtextResource() {
		return ClusterResource.class;
	}

	@Override
	public Class<? extends Lexer> bindLexer() {
		return ClusterLexer.class;
	}

	@Override
	public void configureRuntimeLexer(Binder binder) {
		binder.bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(ClusterLexer.class);
	}

	/** Names hold dots ({@code an-node01.alteeve.com}), so a dot separates nothing. */
	public Class<? extends IQualifiedNameConverter> bindIQualifiedNameConverter() {
		return WholeNameConverter.class;
	}

	public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
		return PlainSyntaxMessages.class;
	}

	public Class<? extends ILinkingDiagnosticMessageProvider> bindILinkingDiagnosticMessageProvider() {
		return PlainLinkingMessages.class;
	}

	/** EMF's own validator would say again, in its words, what linking says. */
	public void configureUseEObjectValidator(Binder binder) {
		binder.bindConstant().annotatedWith(Names.named(CompositeEValidator.USE_EOBJECT_VALIDATOR)).to(false);
	}

	public IIndentationInformation bindIIndentationInformation() {
		return () -> "    ";
	}
}
