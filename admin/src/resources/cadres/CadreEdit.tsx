import { EditShell } from '../../shared/edit/EditShell.tsx';
import { CadreInputs, cadreCodes } from './CadreInputs.tsx';

export function CadreEdit() {
  return (
    <EditShell codes={cadreCodes}>
      <CadreInputs phoneHint="resources.cadres.phoneHint" />
    </EditShell>
  );
}
