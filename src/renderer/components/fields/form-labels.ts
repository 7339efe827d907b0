import { createContext } from 'react'

/** The words of each field by its name, so that the error summary can call a field what the page calls it. */
export const FormLabels = createContext<Map<string, string> | undefined>(undefined)
