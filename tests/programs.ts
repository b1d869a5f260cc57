import { preparePrograms } from '../scripts/bootstrap/prepare.mjs';

/** Compiles the programs that tests start from the sources as they are, also when Vitest is run by itself. */
export default preparePrograms;
