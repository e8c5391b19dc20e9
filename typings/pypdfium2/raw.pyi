"""The constants and calls of PDFium itself that we use."""

FPDFBitmap_Gray: int
FPDFBitmap_BGR: int
FPDFBitmap_BGRx: int
FPDFBitmap_BGRA: int
FPDF_ERR_SUCCESS: int
FPDF_ERR_FILE: int
FPDF_ERR_FORMAT: int
FPDF_ERR_PASSWORD: int
FPDF_ERR_SECURITY: int
