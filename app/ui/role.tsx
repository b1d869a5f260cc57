'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { mayActAs, type Role } from '../../src/domain/people/role';

/** The signed-in person. */
export interface SignedIn {
  /** UUID of the person. */
  readonly id: string;
  readonly role: Role;
}

const SignedInContext = createContext<SignedIn | null>(null);

/** Provides the signed-in person to components, which hide actions the role does not allow. The server enforces roles. */
export function SignedInProvider({
  person,
  children,
}: {
  person: SignedIn | null;
  children: ReactNode;
}) {
  return <SignedInContext value={person}>{children}</SignedInContext>;
}

/** Whether the signed-in person may act in a role. */
export function useMayActAs(needed: Role): boolean {
  const person = useContext(SignedInContext);
  return person !== null && mayActAs(person.role, needed);
}

/** Id of the signed-in person, or null. */
export function useOwnId(): string | null {
  return useContext(SignedInContext)?.id ?? null;
}

/** Renders its children for editors, and `otherwise` for other roles. */
export function ForEditors({
  children,
  otherwise = null,
}: {
  children: ReactNode;
  otherwise?: ReactNode;
}) {
  return useMayActAs('editor') ? children : otherwise;
}
