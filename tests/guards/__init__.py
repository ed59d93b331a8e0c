"""Each guard of the house, taken out, is seen to be missed by tests: `make guards`."""
