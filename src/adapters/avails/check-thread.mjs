import { register } from 'tsx/esm/api';

// A thread takes no TypeScript from the program that starts it, so it learns it by itself.
register();
await import('./check-worker.ts');
