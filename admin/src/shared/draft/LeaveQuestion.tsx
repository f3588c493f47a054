import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { LeaveDialog } from './LeaveDialog.tsx';

interface LeaveQuestionProps {
  isOpen: () => boolean;
  hasInput: boolean;
  /** Without a draft the only choices are to stay or to lose the input. */
  keepsDraft?: boolean;
  onDiscard?: () => void;
}

/** When the session expires the way to the login page is never blocked; the draft is kept. */
const LOGIN = '/login';

const pageOf = ({ pathname, search }: { pathname: string; search: string }) => pathname + search;

/** Asks before a page with unsaved input is left or its tab is closed. */
export function LeaveQuestion({ isOpen, hasInput, keepsDraft = true, onDiscard }: LeaveQuestionProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isOpen() && nextLocation.pathname !== LOGIN && pageOf(nextLocation) !== pageOf(currentLocation),
  );
  useEffect(() => {
    if (!hasInput) return;
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (isOpen()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  });
  if (blocker.state !== 'blocked') return null;
  return (
    <LeaveDialog
      onStay={() => blocker.reset()}
      onKeep={keepsDraft ? () => blocker.proceed() : undefined}
      onDiscard={() => {
        onDiscard?.();
        blocker.proceed();
      }}
    />
  );
}
