'use client';

import { useEffect, useRef, useState } from 'react';
import type { ExportProfile } from '../../src/domain/export/export-profile';
import { RevocableList, type RevocableLine } from '@/ui/lists/revocable-list';
import { runRecord } from '@/commands/run-record';
import { ProfileForm } from './profile-form';

/** The receivers that have a profile, and the form that makes or changes one. */
export function ProfileDesk({
  profiles,
}: {
  profiles: readonly (RevocableLine & ExportProfile)[];
}) {
  const [editing, setEditing] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (editing !== null) box.current?.querySelector('input')?.focus();
  }, [editing]);
  const profile = profiles.find(({ id }) => id === editing) ?? null;
  return (
    <>
      <RevocableList
        label="Receivers"
        lines={profiles}
        verb="Remove"
        warning="New exports can no longer choose it. Files that were made stay."
        done="Removed. New exports can no longer choose it."
        revoke={(profileId) => runRecord({ kind: 'remove-export-profile', input: { profileId } })}
        edit={setEditing}
      />
      <div ref={box}>
        <ProfileForm
          key={profile?.id ?? ''}
          profile={profile}
          onClose={() => {
            setEditing(null);
          }}
        />
      </div>
    </>
  );
}
