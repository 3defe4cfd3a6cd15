/** Why this file exists: the face of the HTTP technique. */
export { HealthController, Readiness } from './health.js';
export { BODY_LIMIT, buildServer, refuseAsUnknown, refuseRequest, registerRefusals } from './server.js';
export { Traffic } from './traffic.js';
export { contentSecurityPolicy, serveWebApp } from './web-app.js';
