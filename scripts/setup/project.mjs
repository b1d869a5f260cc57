import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The project's folder, wherever a script is started from. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url)).replace(/(?<=.)[/\\]$/, '');

/** A path of the project's, or one given from outside it, made absolute. */
export function inProject(file) {
  return path.resolve(PROJECT, file);
}
