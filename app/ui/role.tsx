'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { mayActAs, type Role } from '../../src/domain/people/role';

/** Who is signed in, as far as pages care. */
export interface SignedIn {
  /** UUID of the person. */
  readonly id: string;
  readonly role: Role;
}

const SignedInContext = createContext<SignedIn | null>(null);

/** Tells what is below who is signed in and what they may do. What is shown is a courtesy: the server decides. */
export function SignedInProvider({
  person,
  children,
}: {
  person: SignedIn | null;
  children: ReactNode;
}) {
  return <SignedInContext value={person}>{children}</SignedInContext>;
}

/** Whether who is signed in may act in a role. */
export function useMayActAs(needed: Role): boolean {
  const person = useContext(SignedInContext);
  return person !== null && mayActAs(person.role, needed);
}

/** The id of who is signed in, or null. */
export function useOwnId(): string | null {
  return useContext(SignedInContext)?.id ?? null;
}

/** What only editors can use; others see what is said otherwise, if anything. */
export function ForEditors({
  children,
  otherwise = null,
}: {
  children: ReactNode;
  otherwise?: ReactNode;
}) {
  return useMayActAs('editor') ? children : otherwise;
}
