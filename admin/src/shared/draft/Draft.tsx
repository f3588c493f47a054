import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { dropDraft, type KeptDraft, keepDraft, loadDraft } from './drafts.ts';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { Restored } from './Restored.tsx';
import { isSameInput } from './same-input.ts';

export interface DraftHandle {
  /** Whether something was typed that is not saved. */
  isOpen: () => boolean;
  /** It is saved, or thrown away. */
  close: () => void;
}

interface DraftProps {
  /** Of the form, and of the record it is about. */
  name: string;
  /** Of the record as it is now. */
  version?: number;
  ref?: Ref<DraftHandle>;
}

type Values = Record<string, unknown>;

/** The form as it stood before anybody typed: what a link or a record has filled in is nobody's input. */
interface Start {
  values: Values;
  version: number | undefined;
}

/** True once the form has filled itself in from the record and the address, which it does in effects of its own. */
function useIsFilledIn(): boolean {
  const { isReady } = useFormContext().formState;
  const [isFilledIn, setFilledIn] = useState(false);
  useEffect(() => {
    if (isReady) setFilledIn(true);
  }, [isReady]);
  return isFilledIn;
}

/** Within a form: keeps what was typed, brings it back, and asks before it is left. */
export function Draft({ name, version, ref }: DraftProps) {
  const { setValue, getValues } = useFormContext();
  const { dirtyFields } = useFormState();
  // Tells of each change; what the form holds is read from the form, of which this may be a step behind.
  const watched = useWatch();
  const values: Values = getValues();
  const isFilledIn = useIsFilledIn();
  const [start, setStart] = useState<Start>();
  const [restored, setRestored] = useState<KeptDraft>();
  const latest = useRef<KeptDraft | undefined>(undefined);
  // Nothing is written back once it is saved: the form still holds what was typed.
  const isClosed = useRef(false);
  const typed = start
    ? Object.keys(dirtyFields).filter((source) => !isSameInput(values[source], start.values[source]))
    : [];
  const names = typed.sort().join();

  useEffect(() => {
    if (!isFilledIn || start) return;
    const draft = loadDraft(name);
    latest.current = draft;
    // What was typed on an older record stays known as such, however often the page is loaded again.
    setStart({ values: structuredClone(getValues()), version: draft ? draft.version : version });
    if (!draft) return;
    for (const [source, value] of Object.entries(draft.values))
      setValue(source, value, { shouldDirty: true, shouldTouch: true });
    setRestored(draft);
  }, [isFilledIn, start, name, version, getValues, setValue]);

  useEffect(() => {
    if (isClosed.current || !start) return;
    if (!names) {
      // Whoever has cleared the form again has nothing to come back to.
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
