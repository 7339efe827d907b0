import { Button } from '../../../components/button'
import { SectionTitle } from '../../../components/page-head'
import { useRead, useWrite } from '../../../lib/contract-client'
import './logo-chooser.css'

/** The logo on the spine and on printed reports. */
export function LogoChooser() {
  const logo = useRead('school.logo', {})
  const choose = useWrite('school.chooseLogo', { saved: 'Logo kept' })
  const dataUrl = logo.data?.dataUrl ?? null
  return (
    <section className="logo-chooser">
      <SectionTitle level={3}>Logo</SectionTitle>
      {dataUrl === null ? (
        <p>None yet. A PNG or JPEG of up to 10 MB.</p>
      ) : (
        <img src={dataUrl} alt="Logo of the school" />
      )}
      <Button kind="plain" isBusy={choose.isSending} onPress={() => void choose.send({})}>
        {dataUrl === null ? 'Choose a picture…' : 'Choose another…'}
      </Button>
    </section>
  )
}
