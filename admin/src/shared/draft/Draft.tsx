import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { dropDraft, type KeptDraft, keepDraft, loadDraft } from './drafts.ts';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { Restored } from './Restored.tsx';
import { isSameInput } from './same-input.ts';

export interface DraftHandle {
  /** Whether something unsaved was typed. */
  isOpen: () => boolean;
  /** Closes the draft after it was saved or discarded. */
  close: () => void;
}

interface DraftProps {
  /** Identifies the form and the record. */
  name: string;
  /** Version of the record as it is now. */
  version?: number;
  ref?: Ref<DraftHandle>;
}

type Values = Record<string, unknown>;

/** The form before anybody typed: values from a link or a record are nobody's input. */
interface Start {
  values: Values;
  version: number | undefined;
}

/** True once the form has filled itself in from record and address, which it does in effects. */
function useIsFilledIn(): boolean {
  const { isReady } = useFormContext().formState;
  const [isFilledIn, setFilledIn] = useState(false);
  useEffect(() => {
    if (isReady) setFilledIn(true);
  }, [isReady]);
  return isFilledIn;
}

/** Inside a form: keeps a draft of what was typed, restores it, and asks before the page is left. */
export function Draft({ name, version, ref }: DraftProps) {
  const { setValue, getValues } = useFormContext();
  const { dirtyFields } = useFormState();
  // Signals each change; the values are read from the form, which may be one step ahead.
  const watched = useWatch();
  const values: Values = getValues();
  const isFilledIn = useIsFilledIn();
  const [start, setStart] = useState<Start>();
  const [restored, setRestored] = useState<KeptDraft>();
  const latest = useRef<KeptDraft | undefined>(undefined);
  // No draft is written after saving: the form still holds what was typed.
  const isClosed = useRef(false);
  const typed = start
    ? Object.keys(dirtyFields).filter((source) => !isSameInput(values[source], start.values[source]))
    : [];
  const names = typed.sort().join();

  useEffect(() => {
    if (!isFilledIn || start) return;
    const draft = loadDraft(name);
    latest.current = draft;
    // A draft typed on an older version of the record keeps that version, however often the page is reloaded.
    setStart({ values: structuredClone(getValues()), version: draft ? draft.version : version });
    if (!draft) return;
    for (const [source, value] of Object.entries(draft.values))
      setValue(source, value, { shouldDirty: true, shouldTouch: true });
    setRestored(draft);
  }, [isFilledIn, start, name, version, getValues, setValue]);

  useEffect(() => {
    if (isClosed.current || !start) return;
    if (!names) {
      // A form that was cleared again needs no draft.
      if (latest.current) dropDraft(name);
      latest.current = undefined;
      return;
    }
    const now: Values = watched && getValues();
    const input = Object.fromEntries(names.split(',').map((source) => [source, now[source] ?? null]));
    if (isSameInput(input, latest.current?.values)) return;
    latest.current = keepDraft(name, {
      at: new Date().toISOString(),
      version: start.version,
      values: structuredClone(input),
    });
  }, [watched, names, name, start, getValues]);

  const close = () => {
    isClosed.current = true;
    dropDraft(name);
  };
  const isOpen = () => !isClosed.current && typed.length > 0;
  useImperativeHandle(ref, () => ({ isOpen, close }));
  const forget = () => {
    for (const source of typed) setValue(source, start?.values[source] ?? null, { shouldDirty: true });
    dropDraft(name);
    setRestored(undefined);
  };
  return (
    <>
      {restored && <Restored draft={restored} version={version} onForget={forget} />}
      <LeaveQuestion isOpen={isOpen} hasInput={typed.length > 0} onDiscard={close} />
    </>
  );
}
