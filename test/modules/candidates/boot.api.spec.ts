import { startTestApp } from '../../support/app.js';
it('boots', async () => {
  const app = await startTestApp();
  await app.organisation();
  await app.close();
});
