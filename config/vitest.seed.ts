import fc from 'fast-check'

// The same inputs at every run: what fails once fails again, here and elsewhere. Tests that need inputs of their own name a seed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_260_901 })
