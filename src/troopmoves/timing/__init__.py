"""When, as stated: windows of days read from and written as a subset of EDTF."""
