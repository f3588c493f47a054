import {
  type ComponentType,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useLocation } from 'react-router-dom';

const SavedContext = createContext<() => void>(() => undefined);

/** For the form itself: marks its content as saved. */
export const useMarkSaved = (): (() => void) => useContext(SavedContext);

/**
 * Renders a form anew each time somebody opens its page. While the page after a form is still loading, React keeps the
 * form mounted; going back in that time would show the filled form again, with the id of what was saved. So a saved
 * form is mounted anew on the next change of the address.
 */
export function FormPage({ form: Form }: { form: ComponentType }) {
  const { key, pathname, search } = useLocation();
  // Addresses that are typed have no key.
  const way = `${key} ${pathname}${search}`;
  const [turn, setTurn] = useState(0);
  const isSaved = useRef(false);
  const markSaved = useCallback(() => {
    isSaved.current = true;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way to the form, another form.
  useEffect(() => {
    isSaved.current = false;
  }, [way]);
  useEffect(() => {
    const renew = () => {
      if (isSaved.current) setTurn((turns) => turns + 1);
      isSaved.current = false;
    };
    window.addEventListener('hashchange', renew);
    return () => window.removeEventListener('hashchange', renew);
  }, []);
  return (
    <SavedContext value={markSaved}>
      <Form key={`${way} ${turn}`} />
    </SavedContext>
  );
}
