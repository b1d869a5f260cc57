import type { Role } from '../src/domain/people/role';

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a method changes nothing. */
export function isRead(method: string): boolean {
  return READS.includes(method.toUpperCase());
}

/** The least role a token needs for a method: what the guard asks for, and what the document says. */
export function roleNeeded(method: string): Role {
  return isRead(method) ? 'viewer' : 'editor';
}
