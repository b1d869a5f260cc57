'use client';
import { useState } from 'react';
import { Timeline } from '../timeline';
import { Agenda } from '../agenda';
import type { TimelineModel } from '../model';
export function Show({ name, model }: { name: string; model: TimelineModel }) {
  const [selected, setSelected] = useState<number | null>(
    name === 'hero' ? model.offers[3]!.start : null,
  );
  const [log, setLog] = useState('');
  return (
    <div className="mb-6" data-show={name}>
      <Timeline
        label={`Offers of ${name}`}
        model={model}
        selected={selected}
        changedStarts={name === 'hero' ? new Set([model.offers[5]!.start]) : undefined}
        onOpenOffer={(i) => {
          setSelected(model.offers[i]!.start);
          setLog(`open ${i}`);
        }}
        onCreateInSlot={(s) => setLog(`create ${s.start} ${s.end}`)}
      />
      <p data-log className="px-4">
        {log}
      </p>
    </div>
  );
}

export function ShowAgenda({ model }: { model: TimelineModel }) {
  const [log, setLog] = useState('');
  return (
    <div>
      <Agenda
        label="Offers of x"
        model={model}
        selected={model.offers[3]?.start ?? null}
        onEdit={(i) => setLog(`edit ${i}`)}
        onWithdraw={(i) => setLog(`withdraw ${i}`)}
        onCreateInSlot={(s) => setLog(`create ${s.start}`)}
      />
      <p>{log}</p>
    </div>
  );
}
