import base from './zz.config';
export default {
  ...(base as any),
  outputDir: '/tmp/e2ework/out',
  timeout: 150_000,
  expect: { timeout: 20_000 },
  workers: 1,
  use: { ...(base as any).use, trace: 'off' },
  reporter: [['/tmp/e2ework/rep.cjs']],
};
