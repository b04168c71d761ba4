package body Second is

   function Text return String is ("from the second file");

end Second;
