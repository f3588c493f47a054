import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { LeaveDialog } from './LeaveDialog.tsx';

interface LeaveQuestionProps {
  isOpen: () => boolean;
  hasInput: boolean;
  /** Where no draft is kept there is nothing else to do than to stay or to lose it. */
  keepsDraft?: boolean;
  onDiscard?: () => void;
}

/** The session may end under somebody's hands: the way to the login page is never barred, the draft waits. */
const LOGIN = '/login';

const pageOf = ({ pathname, search }: { pathname: string; search: string }) => pathname + search;

/** Asks before a page with unsaved input is left, or its tab is closed. */
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
