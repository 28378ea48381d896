package org.clusterwright.dsl;

import org.clusterwright.dsl.scoping.WholeNameConverter;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.formatting.IIndentationInformation;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;

/** What the language binds beside Xtext's defaults. */
public class ClusterDslRuntimeModule extends AbstractClusterDslRuntimeModule {

	@Override
	public Class<? extends IValueConverterService> bindIValueConverterService() {
		return ClusterValueConverters.class;
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

	public IIndentationInformation bindIIndentationInformation() {
		return () -> "    ";
	}
}
