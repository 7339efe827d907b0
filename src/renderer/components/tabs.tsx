import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { formatCount } from '../lib/format'
import './tabs.css'

export interface TabItem {
  readonly key: string
  readonly title: string
  readonly count?: number
  readonly content: ReactNode
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly TabItem[]
  readonly selected?: string
  readonly onSelect?: (key: string) => void
}

/** Several views of one thing. Not for steps (use `Steps`) and not for what must be compared. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect === undefined ? {} : { onSelectionChange: (key) => onSelect(String(key)) })}
    >
      <TabList className="tabs-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.key} id={tab.key} className="tabs-tab">
            {tab.title}
            {tab.count !== undefined && <span className="tabs-count">{formatCount(tab.count)}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.key} id={tab.key} className="tabs-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
