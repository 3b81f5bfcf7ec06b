// In a file of its own: the content security policy allows no script inside the page.
window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });
