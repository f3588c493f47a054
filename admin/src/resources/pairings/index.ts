import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { pairingDocuments } from './pairings.graphql.ts';
import { pairingMessages } from './pairings.messages.ts';

export const pairingsResource = defineResource({
  name: 'pairings',
  messages: pairingMessages,
  menu: { group: 'support', icon: HandshakeOutlined },
  rights: { read: 'pairing.read', write: 'pairing.write' },
  documents: pairingDocuments,
  pages: {
    list: async () => (await import('./PairingList.tsx')).PairingList,
  },
  routes: [{ path: 'gaps', page: async () => (await import('./GapList.tsx')).GapList }],
  recordRepresentation: (pairing) => pairing.household?.headName ?? pairing.cadre?.name ?? '—',
  exports: [{ type: 'Pairing', list: 'pairings' }],
});
