package vn.nguongoc.evidence;

/**
 * What a picture's own header says, and of its file what it takes to draw it.
 *
 * @param width pixels, as stored
 * @param bytesPerPixel when it is drawn
 * @param orientation how it is to be turned, 1 to 8 (Exif 2.32, tag 0x0112)
 * @param essence a file of the same type without all else that came with it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these
record Picture(int width, int height, int bytesPerPixel, int orientation, byte[] essence) {}
