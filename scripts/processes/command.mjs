import { reportFailure } from './user-facing-error.mjs';

/** Runs a program's main function: what fails is said in one sentence, and makes the exit code 1. */
export async function runAsCommand(main) {
  try {
    await main();
  } catch (error) {
    reportFailure(error);
    process.exitCode = 1;
  }
}
