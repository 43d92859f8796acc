// Shows this server's own document, and asks nobody else: no validator, no other address in the URL.
window.SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  validatorUrl: null,
  queryConfigEnabled: false,
});
