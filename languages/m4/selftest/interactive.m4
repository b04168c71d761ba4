Name? Hello, esyscmd(`head -n 1')dnl
