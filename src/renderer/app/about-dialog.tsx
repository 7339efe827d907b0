import { DefinitionList } from '../components/definition-list'
import { Dialog } from '../components/dialog'
import { useRead } from '../lib/contract-client'

interface AboutDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Which version this is and what it runs on: what someone who helps will ask first. */
export function AboutDialog({ isOpen, onClose }: AboutDialogProps) {
  const about = useRead('pc.about', {}, { enabled: isOpen })
  return (
    <Dialog title="About CPD Binder" isOpen={isOpen} onClose={onClose}>
      <DefinitionList
        items={[
          { term: 'Version', value: about.data?.version ?? '–' },
          { term: 'Runs on', value: about.data?.host ?? '–' },
          { term: 'SQLite', value: about.data?.sqlite ?? '–' },
          { term: 'Network', value: 'None: everything stays on this PC' },
        ]}
      />
    </Dialog>
  )
}
