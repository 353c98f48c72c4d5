import { testVisits } from '../browser/offline/host-visits.ts'

// `npm test` visits hosts that redirect, also with a folder, or answer everything with one page.
testVisits([
  { what: 'a host', manners: {} },
  { what: 'a folder of a host', manners: { under: '/thang-5/' } },
])
