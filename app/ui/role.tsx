'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { mayActAs, type Role } from '../../src/domain/role';

const RoleContext = createContext<Role | null>(null);

/** Tells what is below who is signed in may do. What is shown is a courtesy: the server decides. */
export function RoleProvider({ role, children }: { role: Role | null; children: ReactNode }) {
  return <RoleContext value={role}>{children}</RoleContext>;
}

/** Whether who is signed in may act in a role. */
export function useMayActAs(needed: Role): boolean {
  const role = useContext(RoleContext);
  return role !== null && mayActAs(role, needed);
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
