/** Next calls this once per process, before it answers anybody. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { configOrExit } = await import('./src/config');
  configOrExit();
}
